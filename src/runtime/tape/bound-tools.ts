import type {
  BaseChatModelCallOptions,
  BindToolsInput,
} from "@langchain/core/language_models/chat_models";
import { convertToOpenAITool } from "@langchain/core/utils/function_calling";

export interface TapeCallOptions extends BaseChatModelCallOptions {
  /** The bound tools in one form, whatever form the model behind wants them in. */
  readonly boundTools?: readonly unknown[];
}

/** Tools as a recording keeps them: name, description and schema. */
export function boundTools(tools: readonly BindToolsInput[]): readonly unknown[] {
  return tools.map((tool) => convertToOpenAITool(tool));
}
