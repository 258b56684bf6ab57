import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { analystNames } from "#core/analyst.ts";
import { systemClock } from "#runtime/clock.ts";
import { openStore, type StoreOptions } from "#runtime/store/open-store.ts";
import { result } from "../../core/examples.ts";
import { configuration, planned } from "../../core/run-examples.ts";
import { createDatabase, describePostgres, type TestDatabase } from "../../helpers/postgres.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

type Where = Pick<StoreOptions, "url" | "folder">;

function describeStatements(name: string, where: () => Where | Promise<Where>): void {
  describe(`on ${name}`, () => {
    const open = async () => {
      const statements: string[] = [];
      const onStatement = (sql: string) => {
        statements.push(sql);
      };
      const options = { ...(await where()), clock: systemClock, secrets: [], onStatement };
      const store = await openStore(options);
      onTestFinished(() => store.close());
      statements.length = 0;
      /** The statements since it was asked last, by their first words. */
      const told = () => statements.splice(0).map((sql) => sql.split(" ", 1)[0]);
      return { runs: store.runs, told };
    };

    it.each([1, 3, 6])(
      "a run of %i analysts takes one insert before, one select after",
      async (analysts) => {
        const { runs, told } = await open();
        const asked = configuration({ analysts: analystNames.slice(0, analysts) });
        const claim = await runs.begin(planned({ id: `of-${analysts}`, configuration: asked }));
        expect(told()).toEqual(["insert"]);
        await claim.end({ state: "done", result: result() });
        expect(told()).toEqual(["update"]);
        const run = await runs.read(`of-${analysts}`);
        expect(told()).toEqual(["select"]);
        expect(run?.steps).toHaveLength(analysts);
        expect(run?.result).toEqual(result());
      },
    );

    it("a list of 300 runs takes one insert before, one select after", async () => {
      const { runs, told } = await open();
      const asked = configuration({ analysts: [...analystNames] });
      const list = Array.from({ length: 300 }, (_, position) =>
        planned({ id: `l-${position}`, configuration: asked, list: { id: "l", position } }),
      );
      await runs.plan(list);
      expect(told()).toEqual(["insert"]);
      expect(await runs.runs({ list: "l" })).toHaveLength(300);
      expect(told()).toEqual(["select"]);
    });

    it("what a step and a lease take is one update each", async () => {
      const { runs, told } = await open();
      const claim = await runs.begin(planned({ id: "steps" }));
      told();
      await claim.stepStarted("news_analyst");
      await claim.renew();
      expect(told()).toEqual(["update", "update"]);
    });
  });
}

describe("statements", () => {
  describeStatements("SQLite", async () => ({ url: null, folder: await temporaryFolder() }));

  describePostgres("with a server", () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await createDatabase();
    });
    afterAll(() => database.drop());
    describeStatements("PostgreSQL", () => ({ url: database.url, folder: "" }));
  });
});
