/** What the server has said against something, in its words; read out when it comes. */
export function ErrorNote({ words, id }: { readonly words: string | null; readonly id?: string }) {
  return (
    <p class="error-note" role="alert" id={id} hidden={words === null}>
      {words}
    </p>
  );
}
