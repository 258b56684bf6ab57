/** A name that breaks, where it must, behind what parts it: `rules:` / `momentum`, `get_quote(` / `AAPL)`. */
export function Name({ words }: { readonly words: string }) {
  const pieces = words.split(/(?<=[:\-(,])/);
  return (
    <>
      {pieces.map((piece, place) => (
        <>
          {place === 0 ? null : <wbr />}
          {piece}
        </>
      ))}
    </>
  );
}
