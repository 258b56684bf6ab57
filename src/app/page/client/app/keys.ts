/** `/` goes to the field where things are begun, from anywhere but another field. */
export function listenForKeys(): void {
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.metaKey || event.ctrlKey || event.altKey) return;
    const { activeElement } = document;
    if (activeElement?.matches("input, textarea, select") === true) return;
    const field = document.querySelector<HTMLInputElement>("[data-main]");
    if (field === null) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
