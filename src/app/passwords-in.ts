/** The user-info of an address: what stands before its last `@`. */
const IN_USER_INFO = /^[^:/?#]+:\/\/[^:/?#@]*:([^/?#]*)@/;
const IN_QUERY = /[?&]password=([^&#]*)/g;

/** Percent signs that begin no encoded character. */
const RAW_PERCENT = /%(?![\da-f]{2})/i;

/** Whether all that an address has percent-encoded can be read. */
export function isDecodable(address: string): boolean {
  return !RAW_PERCENT.test(address) && decoded(address) !== null;
}

/** The passwords in an address, each as it is written, as programs write it again, and as it is meant. */
export function passwordsIn(address: string): string[] {
  const { password, searchParams } = new URL(address);
  const [, userInfo = ""] = IN_USER_INFO.exec(address) ?? [];
  const query = [...address.matchAll(IN_QUERY)].map(([, written = ""]) => written);
  const all = [userInfo, password, ...query, ...searchParams.getAll("password")];
  return [...new Set(all.flatMap((one) => [one, decoded(one) ?? one]))].filter((one) => one !== "");
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
