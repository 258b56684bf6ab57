import type { RunEvent } from "#core/event.ts";
import type { PlannedGroup } from "#core/planned-group.ts";
import { duration } from "#core/render/duration.ts";

/** Follows the groups of a run whose nodes work at the same time. */
export interface GroupLines {
  /** Whether a node is part of such a group, whose start is told for all. */
  has(node: string): boolean;
  /** What is to be said of a group after an event; null where nothing is. */
  after(event: RunEvent): GroupLine | null;
}

interface GroupLine {
  readonly group: string;
  /** Begins with the group's name. */
  readonly text: string;
}

/**
 * Lines that say when all of a group have started, and how long they took once the last has ended. A
 * group that speaks in rounds has both for each.
 */
export function createGroupLines(): GroupLines {
  let groups: readonly Group[] = [];
  const groupOf = (node: string) => groups.find(({ nodes }) => nodes.includes(node));
  return {
    has: (node) => groupOf(node) !== undefined,
    after(event) {
      if (event.type === "planned") {
        groups = event.groups
          .filter(({ how, nodes }) => how === "parallel" && nodes.length > 1)
          .map((planned) => new Group(planned));
      }
      if (event.type === "run_resumed") for (const group of groups) group.goesOn();
      const told = nodeOf(event);
      return told === null ? null : (groupOf(told)?.after(told, event) ?? null);
    },
  };
}

/** The node at the top that an event tells of. */
function nodeOf(event: RunEvent): string | null {
  switch (event.type) {
    case "span_started":
    case "span_ended":
      return event.parent === null ? event.name : null;
    case "reported":
      return event.node;
    case "agent_ended":
      return event.outcome.agent;
    default:
      return null;
  }
}

/** A group in one of its rounds. */
class Group {
  readonly nodes: readonly string[];
  readonly #name: string;
  /** When each has started, and how long each has taken; milliseconds. */
  readonly #starts = new Map<string, number>();
  readonly #lengths = new Map<string, number>();
  /** Who has an end that is no failure, or whose outcome is told. */
  readonly #finished = new Set<string>();
  /** Who had finished before: in an earlier run, or before this one was cut off. */
  readonly #kept = new Set<string>();
  #failed = 0;
  #over = false;

  constructor({ name, nodes }: PlannedGroup) {
    this.#name = name;
    this.nodes = nodes;
  }

  after(node: string, event: RunEvent): GroupLine | null {
    const text = this.#after(node, event);
    return text === null ? null : { group: this.#name, text: `${this.#name}: ${text}` };
  }

  /** After a break: whoever had finished is not asked again. */
  goesOn(): void {
    const finished = [...this.#finished];
    if (finished.length === this.nodes.length) return;
    this.#beginAnew();
    for (const node of finished) this.#keep(node);
  }

  #after(node: string, event: RunEvent): string | null {
    if (event.type === "span_started") {
      if (this.#over) this.#beginAnew();
      this.#kept.delete(node);
      this.#finished.delete(node);
      this.#starts.set(node, event.at);
      return this.#beginning();
    }
    if (event.type === "span_ended") {
      this.#lengths.set(node, event.ms);
      if (event.error === null) this.#finished.add(node);
      else this.#failed += 1;
      return this.#end(event.at);
    }
    this.#finished.add(node);
    if (this.#starts.has(node) || this.#kept.has(node)) return null;
    this.#keep(node);
    return this.#beginning();
  }

  #keep(node: string): void {
    this.#finished.add(node);
    this.#kept.add(node);
  }

  #beginAnew(): void {
    for (const told of [this.#starts, this.#lengths, this.#finished, this.#kept]) told.clear();
    this.#failed = 0;
    this.#over = false;
  }

  /** Said once everybody has started: nobody has begun to work before that. */
  #beginning(): string | null {
    const { size } = this.#starts;
    if (size + this.#kept.size < this.nodes.length) return null;
    const kept = this.#kept.size === 0 ? "" : `${this.#kept.size} kept from before`;
    if (size === 0) return `all ${kept}`;
    const starting = size === 1 ? "1 starts" : `${size} start together`;
    return `${starting}${kept === "" ? "" : `, ${kept}`}`;
  }

  #end(at: number): string | null {
    const { size } = this.#starts;
    if (size === 0 || this.#lengths.size < size) return null;
    if (size + this.#kept.size < this.nodes.length) return null;
    const lengths = [...this.#lengths.values()];
    const took = duration(at - Math.min(...this.#starts.values()));
    const slowest = duration(Math.max(...lengths));
    const work = duration(lengths.reduce((sum, ms) => sum + ms, 0));
    const failed = this.#failed === 0 ? "" : `, ${this.#failed} failed`;
    this.#over = true;
    if (size === 1) return `the one left ended in ${took}${failed}`;
    const who = size === 2 ? "both" : `all ${size}`;
    return `${who} ended in ${took}${failed}, the slowest in ${slowest}, one after another ${work}`;
  }
}
