/** Days before an earnings report within which its date overshadows everything else. */
export const EARNINGS_NEAR_DAYS = 14;
