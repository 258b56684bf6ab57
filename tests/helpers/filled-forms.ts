/** What fills each of the desk's forms, by the form's name. */
export const DECISION = {
  action: "buy",
  confidence: 0.6,
  horizon: "3m",
  thesis: "It rises.",
  risks: ["It may fall."],
  levels: { entry: null, stop: null, target: null, currency: null },
};

export const FORMS: Readonly<Record<string, object>> = {
  decide: DECISION,
  argue: { argument: "It is so.", concession: null, conviction: 0.5 },
  plan: { action: "buy", size: 5, horizon: "3m", levels: DECISION.levels, reasoning: "It rises." },
  review: { verdict: "approve", size: 5, argument: "It is fine." },
};
