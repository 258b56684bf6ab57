import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { RunMessage } from "../../../web/api.ts";
import { afterMessage, type LiveRun, noRun } from "./live-run.ts";
import { type FollowedRun, followRun } from "./run-stream.ts";

interface SeenRun {
  readonly run: LiveRun;
  /** Listens again to one that had ended. */
  again(): void;
}

/** A run as it goes on; what comes within one frame is shown together. */
export function useLiveRun(id: string): SeenRun {
  const [run, setRun] = useState(noRun);
  const followed = useRef<FollowedRun | null>(null);
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
    const following = followRun(id, seqNow, (message) => {
      heard.push(message);
      // Nothing is drawn in a tab that nobody sees, but its title is read.
      if (document.hidden) show();
      else frame ||= requestAnimationFrame(show);
    });
    followed.current = following;
    return () => {
      cancelAnimationFrame(frame);
      following.close();
    };
  }, [id]);
  const again = useCallback(() => followed.current?.again(), []);
  return { run, again };
}
