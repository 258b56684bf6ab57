import { ManyField, SelectField, TextField } from "./option-fields.tsx";
import { type ChoiceProps, ModelField, SharedOptions } from "./shared-options.tsx";

/** Who looks at a ticker, and how much is argued before the decision. */
export function AnalysisOptions({ choices, chosen, choose }: ChoiceProps) {
  const put = { chosen, choose };
  return (
    <>
      <ManyField name="analysts" label="Analysts" among={choices?.analysts ?? []} {...put} />
      <SelectField
        name="depth"
        label="Depth"
        usual={choices === null ? "as usual" : `as usual (${choices.usual.depth})`}
        among={choices?.depths ?? []}
        {...put}
      />
      <TextField
        name="debate-rounds"
        label="Rounds of bull and bear"
        type="number"
        hint="1"
        {...put}
      />
      <TextField name="risk-rounds" label="Rounds of reviewers" type="number" hint="1" {...put} />
      <TextField name="samples" label="Decisions drawn" type="number" hint="1" {...put} />
      <ModelField choices={choices} {...put} />
      <SharedOptions choices={choices} {...put} />
    </>
  );
}
