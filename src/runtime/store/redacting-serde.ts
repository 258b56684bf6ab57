import { JsonPlusSerializer, type SerializerProtocol } from "@langchain/langgraph-checkpoint";
import { redactor } from "../redact.ts";

const REDACTED_TYPE = "json";

/**
 * LangGraph's serializer, with every secret taken out of what is to be stored. What is loaded again lacks
 * it too.
 *
 * @param secrets those of fewer than 8 characters are let be
 */
export function redactingSerde(secrets: readonly string[]): SerializerProtocol {
  const plain = new JsonPlusSerializer();
  // A text may itself be JSON, such as a tool call's arguments.
  const forms = [...new Set(secrets.flatMap((secret) => [secret, inJson(secret)]))];
  const clean = redactor(forms);
  const cleanBytes = redactor(forms.map((form) => readAsBytes(Buffer.from(form))));
  // Most of what is stored holds none: then it need not be read again.
  const signs = forms.map(inJson);

  return {
    async dumpsTyped(value) {
      const [type, bytes] = await plain.dumpsTyped(value);
      if (type !== REDACTED_TYPE)
        return [type, Buffer.from(cleanBytes(readAsBytes(bytes)), "latin1")];
      const text = Buffer.from(bytes).toString();
      if (!signs.some((sign) => text.includes(sign))) return [type, bytes];
      return [type, Buffer.from(JSON.stringify(clean(JSON.parse(text))))];
    },
    loadsTyped: (type, data) => plain.loadsTyped(type, data),
  };
}

/** As it stands between the quotes of a JSON text. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** One character a byte. */
function readAsBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}
