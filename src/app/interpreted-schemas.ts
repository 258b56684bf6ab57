import { z } from "zod";

// Imported before everything else: a schema decides when it is made whether it is to be compiled.
// Compiling one pays after thousands of parses; a run makes some hundred.
z.config({ jitless: true });
