import { Link } from "../navigation.tsx";
import type { Route } from "../route.ts";
import { QuickForm } from "./quick-form.tsx";
import { ThemeButton } from "./theme-button.tsx";

/** The product's name, the way home, and one more ticker; home has a field of its own. */
export function TopBar({ route }: { readonly route: Route }) {
  return (
    <header class="top-bar">
      <Link to="/" class="brand" current={route.view === "home"}>
        <svg class="brand-mark" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M2 10h4M14 5h4M14 10h4M14 15h4M6 10c4 0 4-5 8-5M6 10h8M6 10c4 0 4 5 8 5" />
        </svg>
        Trading graph
      </Link>
      {route.view === "home" ? null : <QuickForm key={JSON.stringify(route)} />}
      <nav class="ways" aria-label="Page">
        {route.view === "home" ? null : <Link to="/">History</Link>}
        <ThemeButton />
      </nav>
    </header>
  );
}
