import type { JudgeAgreement } from "@/lib/evaluation/mit-interview/compare-with-judges";
import { COMPARED, COMPARED_TRAITS, type Compared } from "@/lib/evaluation/mit-interview/compared-traits";
import { OVERALL_ROLE } from "@/lib/evaluation/mit-interview/judge-interviews";
import type { InterviewReport } from "@/lib/evaluation/mit-interview/render-interviews";
import { intervalJson, rounded } from "@/lib/evaluation/rounded-figures";

/**
 * `mit_interview` of `evaluate --json`: the shipped model's figures on top, the baseline beside. `cv`: weights
 * refitted without the judged person, terms as they were before these people were seen. `cv_terms_chosen_here`: the same
 * with the terms that were added because of these people, which flatters.
 */
export function interviewJson(report: InterviewReport): Record<string, unknown> {
  const each = (build: (name: Compared) => unknown) => Object.fromEntries(COMPARED.map((name) => [name, build(name)]));
  return {
    ...each((name) => agreementJson(report.shipped[name])),
    weight_present: Object.fromEntries(
      Object.entries(report.weightPresent).map(([dimension, share]) => [dimension, rounded(share)]),
    ),
    baseline_wpm: each((name) => baselineJson(report.shipped[name])),
    cv: each((name) => agreementJson(report.crossValidated[name])),
    cv_terms_chosen_here: each((name) => agreementJson(report.termsChosenHere[name])),
    published_r: each((name) => COMPARED_TRAITS[name].published),
    one_judge_r: each((name) => COMPARED_TRAITS[name].oneJudge),
    model: report.model,
    role: OVERALL_ROLE,
    participants: report.participants,
    left_out: report.leftOut,
  };
}

function agreementJson({ r, rho, n, gain, gainPositive }: JudgeAgreement) {
  return {
    r: rounded(r.value),
    rho: rounded(rho.value),
    ci: intervalJson(r.interval),
    rho_ci: intervalJson(rho.interval),
    n,
    gain_over_wpm: rounded(gain.value),
    gain_ci: intervalJson(gain.interval),
    gain_positive: rounded(gainPositive),
  };
}

function baselineJson({ baseline, n }: JudgeAgreement) {
  return {
    r: rounded(baseline.r.value),
    rho: rounded(baseline.rho.value),
    ci: intervalJson(baseline.r.interval),
    n,
  };
}
