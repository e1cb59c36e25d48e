// A file of its own, because the bundler makes a worker only from a path of ours, not from a package's name.
import "monaco-editor/editor/editor.worker.js";
