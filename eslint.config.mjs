import nextVitals from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";
import { requireReason } from "./scripts/lint/require-reason.mjs";

const READ_ENVIRONMENT_IN_CONFIG = {
  object: "process",
  property: "env",
  message: "Add the setting to lib/config/environment.ts and read it through environment(): one place knows them all.",
};

/** Names of the old and vague: what is in a file should be its name. */
const IMPORT_THE_FILE = {
  group: ["**/index", "**/utils", "**/helpers", "**/common"],
  message: "Name a file after the one thing in it, and import that file.",
};

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/",
      ".next/",
      ".data/",
      "**/dist/",
      "**/generated/",
      "coverage/",
      "playwright-report/",
      "test-results/",
      "next-env.d.ts",
      "public/",
      // AssemblyScript: another language in the same clothes; its own compiler checks it.
      "scoring/acoustics/kernels/wasm/",
    ],
  },
  ...nextVitals,
  ...tseslint.configs.strict.map((config) => ({ ...config, files: ["**/*.{ts,tsx}"] })),
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { earshot: { rules: { "require-reason": requireReason } } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      // `any`, `!` and `as` are allowed with a comment that says why: see require-reason.
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "off",
      "earshot/require-reason": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-restricted-properties": ["error", READ_ENVIRONMENT_IN_CONFIG],
      "no-restricted-imports": ["error", { patterns: [IMPORT_THE_FILE] }],
      "no-console": "error",
      "max-lines": ["error", { max: 400 }],
      "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // The one reader of the environment; Prisma's settings, test set-up and end-to-end tests run before or beside it.
    files: [
      "lib/config/**",
      "instrumentation.ts",
      "prisma.config.ts",
      "playwright.config.ts",
      "e2e/**",
      "**/*.test.ts",
      "**/testing/**",
    ],
    rules: { "no-restricted-properties": "off" },
  },
  {
    files: ["**/*.test.{ts,tsx}", "**/testing/**", "e2e/**"],
    rules: { "max-lines-per-function": "off", "earshot/require-reason": "off", "no-console": "off" },
  },
  {
    // Components are markup: their length is their markup's.
    files: ["**/*.tsx"],
    rules: { "max-lines-per-function": ["error", { max: 150, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Hooks live in .tsx here; a use… function of a plain file is no hook.
    files: ["**/*.ts"],
    rules: { "react-hooks/rules-of-hooks": "off", "@next/next/no-assign-module-variable": "off" },
  },
  { files: ["lib/cli/**"], rules: { "no-console": "off" } },
);
