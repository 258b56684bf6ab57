import { useEffect, useState } from "preact/hooks";
import type { RunMessage } from "../../../web/api.ts";
import { afterMessage, type LiveRun, noRun } from "./live-run.ts";
import { followRun } from "./run-stream.ts";

/** A run as it goes on; what comes within one frame is shown together. */
export function useLiveRun(id: string): LiveRun {
  const [run, setRun] = useState(noRun);
  useEffect(() => {
    let now = noRun;
    let heard: RunMessage[] = [];
    let frame = 0;
    const show = () => {
      cancelAnimationFrame(frame);
      frame = 0;
      now = heard.reduce(afterMessage, now);
      heard = [];
      setRun(now);
    };
    const seqNow = () => {
      if (heard.length > 0) show();
      return now.seq;
    };
    const unfollow = followRun(id, seqNow, (message) => {
      heard.push(message);
      // Nothing is drawn in a tab that nobody sees, but its title is read.
      if (document.hidden) show();
      else frame ||= requestAnimationFrame(show);
    });
    return () => {
      cancelAnimationFrame(frame);
      unfollow();
    };
  }, [id]);
  return run;
}
