import { createBudget } from "#runtime/models/process-budget.ts";
import { describeBudget } from "../../contracts/budget.ts";

describeBudget("a budget in one process", createBudget);
