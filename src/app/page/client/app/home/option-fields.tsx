import type { Choices } from "../../../../web/api.ts";
import { type Chosen, isIn, toggled } from "./chosen-options.ts";

/** What a field of options is given: what is chosen, and how to choose otherwise. */
export interface OptionProps {
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
}

interface FieldProps extends OptionProps {
  readonly name: string;
  readonly label: string;
}

interface TextFieldProps extends FieldProps {
  readonly type?: "text" | "date" | "number";
  readonly hint?: string;
  readonly list?: string;
}

/** An option that is typed. */
export function TextField({
  name,
  label,
  chosen,
  choose,
  type = "text",
  hint,
  list,
}: TextFieldProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type={type}
        name={name}
        value={chosen[name] ?? ""}
        placeholder={hint}
        list={list}
        min={type === "number" ? 0 : undefined}
        step={type === "number" ? "any" : undefined}
        autocomplete="off"
        onInput={({ currentTarget }) => choose({ ...chosen, [name]: currentTarget.value })}
      />
    </label>
  );
}

interface SelectFieldProps extends FieldProps {
  /** What is taken where nothing is chosen. */
  readonly usual: string;
  readonly among: Choices["sources"];
}

/** An option of which there are few. */
export function SelectField({ name, label, chosen, choose, usual, among }: SelectFieldProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <select
        name={name}
        value={chosen[name] ?? ""}
        onChange={({ currentTarget }) => choose({ ...chosen, [name]: currentTarget.value })}
      >
        <option value="">{usual}</option>
        {among.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ManyFieldProps extends FieldProps {
  readonly among: Choices["analysts"];
}

/** An option that is a list: all are in it until some are taken out. */
export function ManyField({ name, label, chosen, choose, among }: ManyFieldProps) {
  const list = chosen[name] ?? "";
  const all = among.map(({ value }) => value);
  const alone = all.filter((value) => isIn(list, value)).length === 1;
  return (
    <fieldset class="field field-many">
      <legend>{label}</legend>
      {among.map(({ value, label: words }) => (
        <label key={value} class="tick-box">
          <input
            type="checkbox"
            name={name}
            value={value}
            checked={isIn(list, value)}
            aria-disabled={alone && isIn(list, value)}
            onClick={(event) => {
              if (alone && isIn(list, value)) event.preventDefault();
            }}
            onChange={() => choose({ ...chosen, [name]: toggled(list, value, all) })}
          />
          {words}
        </label>
      ))}
      {alone ? <p class="quiet">At least one is needed.</p> : null}
    </fieldset>
  );
}
