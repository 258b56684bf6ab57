import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import type { DecisionMemory } from "#core/ports.ts";
import type { RunHistory } from "#core/run-history.ts";
import type { Attempt, RunStore } from "#core/run-store.ts";
import type { Budget, BudgetLimits } from "../models/budget.ts";
import type { Rates } from "../rates/rates.ts";

/** All that outlasts a process, in one database. */
export interface Store {
  /** Analyses. */
  readonly runs: RunStore;
  readonly contests: RunStore<"contest">;
  readonly chains: RunStore<"chain">;
  /** Runs of every kind, in short. */
  readonly history: RunHistory;
  readonly decisions: DecisionMemory;
  /**
   * The checkpoints of the run that a claim is for, under its id as thread id. Written only while the
   * claim holds; a write then throws DeskError `taken_over`.
   */
  checkpoints(claim: Attempt): BaseCheckpointSaver;
  /** A budget that every process shares which asks by the same id, and that outlasts them. */
  budget(id: string, limits: BudgetLimits): Budget;
  /** Rates that hold over all processes that share the store. */
  readonly rates: Rates;
  close(): Promise<void>;
}
