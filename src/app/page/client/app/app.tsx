import { useEffect, useRef } from "preact/hooks";
import { CompareView } from "./compare-view.tsx";
import { HomeView } from "./home/home-view.tsx";
import { ListView } from "./list-view.tsx";
import { MissingView } from "./missing-view.tsx";
import { place } from "./navigation.tsx";
import { TopBar } from "./parts/top-bar.tsx";
import { lastHeard, reachable } from "./reach.ts";
import { type Route, routeOf } from "./route.ts";
import { RunView } from "./run/run-view.tsx";
import { status } from "./status.ts";
import { useStored } from "./stored.ts";

/** The page: its bar, the view of its address, and what is told of both. */
export function App() {
  const url = useStored(place);
  const route = routeOf(url);
  const main = useRef<HTMLElement>(null);
  const shown = useRef(route.view);
  useEffect(() => {
    // Who reads by ear or by keys begins anew with each view.
    if (shown.current !== route.view) main.current?.focus({ preventScroll: true });
    shown.current = route.view;
  }, [url]);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <TopBar route={route} />
      <ServerNotice />
      <main id="main" tabIndex={-1} ref={main}>
        <View route={route} />
      </main>
      <p class="unseen" role="status">
        {useStored(status)}
      </p>
    </>
  );
}

function View({ route }: { readonly route: Route }) {
  switch (route.view) {
    case "home":
      return <HomeView kind={route.kind} />;
    case "run":
      return <RunView key={route.id} id={route.id} />;
    case "list":
      return <ListView key={route.id} id={route.id} />;
    case "compare":
      return <CompareView key={`${route.a} ${route.b}`} a={route.a} b={route.b} />;
    case "nothing":
      return <MissingView words={`Nothing is at ${route.path}.`} />;
  }
}

function ServerNotice() {
  const there = useStored(reachable);
  return (
    <p class="server-gone" role="alert" hidden={there}>
      {there
        ? null
        : `The server does not answer. Nothing has been heard since ${clockWords(lastHeard())}: what is shown is how it stood then. This page goes on by itself as soon as it is back.`}
    </p>
  );
}

/** @example "14:03:05" */
function clockWords(at: number): string {
  return new Date(at).toLocaleTimeString("en-GB");
}
