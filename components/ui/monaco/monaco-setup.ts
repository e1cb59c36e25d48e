// The parts of Monaco that the studio uses: the core, finding, hovering, copying, the warning of invisible
// characters, what writing code asks for (words, lines, comments, brackets), and two languages. The package's main
// entry would bring eighty languages and four language servers.
import "monaco-editor/features/bracketMatching/register.js";
import "monaco-editor/features/clipboard/register.js";
import "monaco-editor/features/codicon/register.js";
import "monaco-editor/features/comment/register.js";
import "monaco-editor/features/find/register.js";
import "monaco-editor/features/hover/register.js";
import "monaco-editor/features/linesOperations/register.js";
import "monaco-editor/features/toggleTabFocusMode/register.js";
import "monaco-editor/features/unicodeHighlighter/register.js";
import "monaco-editor/features/wordOperations/register.js";
import "monaco-editor/languages/definitions/python/register.js";
import "./prose-language.ts";

// biome-ignore lint/performance/noBarrelFile: one chunk with the core and what extends it is the purpose here
export { editor } from "monaco-editor/editor/editor.api.js";
