/** What decisions are measured by unless told otherwise: the S&P 500. */
export const USUAL_BENCHMARK = "^GSPC";
