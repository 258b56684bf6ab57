import { createContext } from "preact";
import { type FigureBook, figureBook } from "./figure-book.ts";

const NOTHING = { figures: 0, sourced: 0, derived: 0, unsourced: 0, items: [] };

/** The figures of the run that a page shows. */
export const BookContext = createContext<FigureBook>(figureBook(NOTHING, []));
