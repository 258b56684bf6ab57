import type { ContestConfiguration } from "#core/contest/contest-configuration.ts";
import { contestGroups } from "#core/contest/contest-groups.ts";
import { duration } from "#core/render/duration.ts";
import { runId } from "#core/run-id.ts";
import { readStrategiesRequest } from "../commands/strategies-request.ts";
import { contestConfigurationOf } from "../contest/contest-configuration.ts";
import { argumentsOf } from "./arguments-of.ts";
import type { Work } from "./runs-at-work.ts";
import type { Asked } from "./starters.ts";
import type { WorkRoom } from "./work-room.ts";

/**
 * A contest of strategies as a page asks for it.
 *
 * @throws DeskError `usage` naming what is wrong and what would do
 */
export function contestWork({ ticker, options }: Asked<"contest">, room: WorkRoom): Work {
  const { config, environment, clock } = room;
  const now = clock.now();
  const argv = argumentsOf("contest", options, [ticker]);
  const request = readStrategiesRequest(argv, environment, config, now);
  return recordedContest(contestConfigurationOf(request, config, now), room);
}

/** A contest from its beginning; it keeps nothing of an earlier one. */
export function recordedContest(
  configuration: ContestConfiguration,
  { config, clock, store }: WorkRoom,
): Work {
  return async ({ signal, begun }) => {
    // With them comes the sandbox, which nothing else needs.
    const [{ openContestDesk }, { performContest }] = await Promise.all([
      import("../contest/contest-desk.ts"),
      import("../contest/perform-contest.ts"),
    ]);
    const desk = await openContestDesk(configuration, config, clock);
    try {
      const { symbol } = configuration;
      const id = runId(symbol, clock.now(), Math.random());
      const groups = contestGroups(configuration);
      const planned = { id, configuration, groups, list: null, rerunOf: null };
      const claim = await store.contests.begin(planned);
      begun(id, `${symbol} contest`);
      const run = { claim, configuration, rerunOf: null };
      const { result } = await performContest(run, { desk, store, config }, { signal, text: true });
      return `done in ${duration(result.timeline.wallMs)}`;
    } finally {
      await desk.close();
    }
  };
}
