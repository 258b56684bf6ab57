const FORMS = { html: "HTML", md: "Markdown", json: "JSON" } as const;

interface DownloadsProps {
  readonly runId: string;
  /** Whether the page is a file of its own, which has no server to ask. */
  readonly exported: boolean;
}

/** The report as a file, and on paper. */
export function Downloads({ runId, exported }: DownloadsProps) {
  const address = `/api/runs/${encodeURIComponent(runId)}/report`;
  return (
    <div class="downloads">
      {exported
        ? null
        : Object.entries(FORMS).map(([ending, name]) => (
            <a
              key={ending}
              class="choice"
              href={`${address}.${ending}`}
              download={`${runId}.${ending}`}
            >
              {name}
            </a>
          ))}
      <button type="button" class="choice" onClick={() => window.print()}>
        Print
      </button>
    </div>
  );
}
