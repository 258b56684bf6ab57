import { horizonWords } from "#core/render/wording.ts";
import type { Samples } from "#core/samples.ts";
import { Badge } from "./badge.tsx";
import { Line } from "./markdown.tsx";

/** How the same question, asked several times, was answered. */
export function SamplesPart({ samples }: { readonly samples: Samples }) {
  const { asked, decided, agreement, actions, confidence, minority } = samples;
  const { lowest, median, highest } = confidence;
  const chosen = Object.entries(actions).filter(([, count]) => count > 0);
  return (
    <div class="samples">
      <h3>Asked {asked} times at once</h3>
      <p class="quiet">
        {decided} of {asked} decided:{" "}
        {chosen.map(([action, count]) => `${count} ${action}`).join(", ")}; agreement{" "}
        {agreement.toFixed(2)}; confidence {lowest.toFixed(2)} to {highest.toFixed(2)}, median{" "}
        {median.toFixed(2)}.
      </p>
      <ul class="bullets">
        {minority.map(({ action, confidence, horizon, thesis }, place) => (
          <li key={thesis}>
            <Badge of={action} /> {confidence.toFixed(2)} over {horizonWords(horizon)}:{" "}
            <Line text={thesis} where={`samples.${place}`} />
          </li>
        ))}
      </ul>
    </div>
  );
}
