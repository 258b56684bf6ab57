import type { Choices } from "../../../../web/api.ts";
import { type OptionProps, SelectField, TextField } from "./option-fields.tsx";

export interface ChoiceProps extends OptionProps {
  readonly choices: Choices | null;
}

/** What can be said of everything that is begun: data, model, day and limits. */
export function SharedOptions({ choices, chosen, choose }: ChoiceProps) {
  const put = { chosen, choose };
  return (
    <>
      <TextField name="as-of" label="As of" type="date" {...put} />
      <SelectField
        name="data"
        label="Data"
        usual={choices === null ? "as usual" : `as usual (${choices.usual.source})`}
        among={choices?.sources ?? []}
        {...put}
      />
      <TextField name="max-usd" label="Budget, USD" type="number" hint="none" {...put} />
      <TextField name="max-tokens" label="Most tokens" type="number" hint="none" {...put} />
      <TextField name="deadline" label="Deadline, seconds" type="number" hint="none" {...put} />
    </>
  );
}

/** The model, of those that are known or any other. */
export function ModelField({ choices, chosen, choose }: ChoiceProps) {
  return (
    <>
      <TextField
        name="model"
        label="Model"
        hint={choices?.usual.model ?? "as usual"}
        list="known-models"
        chosen={chosen}
        choose={choose}
      />
      <datalist id="known-models">
        {choices?.models.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
