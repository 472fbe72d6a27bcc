import { coordinate } from "@/scoring/evaluation/charts/coordinate";
import { escapeXml } from "@/scoring/evaluation/charts/escape-xml";

/** Every chart is this wide: one column of a page. */
export const CHART_WIDTH = 760;

/**
 * Colours by the role of a mark. The drawing brings its own ground, so that it reads the same on a light or dark page,
 * whatever the reader chose there; plain hex, because not every viewer knows newer colour spaces.
 */
const STYLE = [
  "text{font:13px system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;fill:#1c2130;font-variant-numeric:tabular-nums}",
  ".title{font-size:15px;font-weight:600}.quiet{fill:#5b6274}.strong{font-weight:600}",
  ".ground{fill:#fff;stroke:#dfe2e8}.grid{stroke:#e6e8ee}.axis{stroke:#8b92a3}",
  ".mark{fill:#24509c;stroke:#24509c}.dots{fill:#24509c;fill-opacity:.42}.span{stroke:#24509c;stroke-width:2}",
  ".band{fill:#f4f5f8}.line{stroke:#24509c;stroke-width:1.75;fill:none}",
  ".identity{stroke:#8b92a3;stroke-dasharray:4 4;fill:none}",
  ".first{stroke:#a04c0a;fill:none;stroke-width:2}.second{stroke:#5b6274;fill:none;stroke-width:1.75}",
  ".third{stroke:#0d7a55;fill:none;stroke-width:1.75}",
  "@media(prefers-color-scheme:dark){text{fill:#e9ebf0}.quiet{fill:#a8afbf}",
  ".ground{fill:#1b1f27;stroke:#333946}.grid{stroke:#2c323d}.axis{stroke:#788091}",
  ".mark{fill:#8db4f7;stroke:#8db4f7}.dots{fill:#8db4f7;fill-opacity:.5}.span,.line{stroke:#8db4f7}.band{fill:#212630}",
  ".identity{stroke:#788091}.first{stroke:#f0a464}.second{stroke:#a8afbf}.third{stroke:#63cda3}}",
].join("");

export interface SvgDocument {
  readonly title: string;
  /** What a reader who cannot see the drawing should know. */
  readonly description: string;
  readonly heightPx: number;
  /** Elements, already escaped. */
  readonly body: readonly string[];
}

/** A whole SVG file: title and description for screen readers, ground, heading, one element a line. */
export function svgDocument({ title, description, heightPx, body }: SvgDocument): string {
  const height = coordinate(heightPx);
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CHART_WIDTH} ${height}" width="${CHART_WIDTH}" height="${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml(description)}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect class="ground" x=".5" y=".5" width="${CHART_WIDTH - 1}" height="${coordinate(heightPx - 1)}" rx="8"/>`,
    svgText(24, 32, title, { className: "title" }),
    ...body,
    "</svg>",
  ].join("\n")}\n`;
}

export interface TextLook {
  readonly className?: string;
  readonly anchor?: "start" | "middle" | "end";
}

/** One line of text; y is its baseline. */
export function svgText(
  xPx: number,
  yPx: number,
  text: string,
  { className, anchor = "start" }: TextLook = {},
): string {
  const look = className === undefined ? "" : ` class="${className}"`;
  const side = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  return `<text${look} x="${coordinate(xPx)}" y="${coordinate(yPx)}"${side}>${escapeXml(text)}</text>`;
}

/** A straight line. */
export function svgLine(className: string, x1: number, y1: number, x2: number, y2: number): string {
  const [ax, ay, bx, by] = [x1, y1, x2, y2].map(coordinate);
  return `<line class="${className}" x1="${ax}" y1="${ay}" x2="${bx}" y2="${by}"/>`;
}

/** A circle. */
export function svgCircle(className: string, xPx: number, yPx: number, radiusPx: number): string {
  return `<circle class="${className}" cx="${coordinate(xPx)}" cy="${coordinate(yPx)}" r="${coordinate(radiusPx)}"/>`;
}
