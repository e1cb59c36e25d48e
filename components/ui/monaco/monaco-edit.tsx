"use client";

import "./monaco-text.css";
import type { editor } from "monaco-editor/editor/editor.api.js";
import { useEffect, useRef, useState } from "react";
import { cx } from "../class-names.ts";
import { received, withSent } from "./echoes.ts";
import { loadMonaco, type Monaco } from "./load-monaco.ts";
import {
  type Glyph,
  type LineDecoration,
  type SpanDecoration,
  toMonacoDecorations,
  toMonacoSpans,
} from "./monaco-decorations.ts";
import { fontSize, lineHeight, padding, proseOptions, writingOptions } from "./monaco-options.ts";

type MonacoEditProps = {
  value: string;
  onChange: (value: string) => void;
  ariaLabel: string;
  /** For good. "prose" is text with formulas and fenced code: it wraps, and Tab leaves it. */
  language?: "python" | "prose" | undefined;
  /** Ctrl+Enter, or ⌘+Enter, inside the editor. */
  onSubmit?: (() => void) | undefined;
  onBlur?: (() => void) | undefined;
  /** Takes the focus at once. */
  autoFocus?: boolean | undefined;
  /** Give all three a stable identity. */
  decorations?: readonly LineDecoration[] | undefined;
  glyphs?: readonly Glyph[] | undefined;
  spans?: readonly SpanDecoration[] | undefined;
  /** Lines that are shown at least. */
  lines?: number | undefined;
  /** In pixels; what is longer scrolls. */
  maxHeight?: number | undefined;
  className?: string | undefined;
};

type Live = {
  monaco: Monaco;
  editor: editor.IStandaloneCodeEditor;
  marks: editor.IEditorDecorationsCollection;
  /** The plain field had the focus when the editor took its place. */
  writing: boolean;
};

const none: readonly never[] = [];

/**
 * Python or prose to write, in Monaco, as high as its text. In Python Tab indents; Ctrl+M (Ctrl+Shift+M on a Mac)
 * lets it leave the editor. Until Monaco is there, where it can't be loaded, and on touch screens, which it doesn't
 * serve well, a plain text field does the same.
 */
export function MonacoEdit(props: MonacoEditProps) {
  const { value, ariaLabel, decorations = none, glyphs = none, spans = none, maxHeight = 640 } = props;
  const prose = props.language === "prose";
  const host = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState<Live | null>(null);
  const [contentHeight, setContentHeight] = useState<number | null>(null);
  /** Texts that were given to `onChange` and have not come back as `value`. */
  const sent = useRef<readonly string[]>([]);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (matchMedia("(pointer: coarse)").matches) return;
    let disposed = false;
    let created: Live | null = null;
    loadMonaco().then(
      (monaco) => {
        const node = host.current;
        if (disposed || node === null) return;
        const { language = "python" } = latest.current;
        // It may be written in already, and what was typed last isn't the value yet.
        const field = node.parentElement?.querySelector<HTMLTextAreaElement>(":scope > textarea");
        const text = field?.value ?? latest.current.value;
        const options = language === "prose" ? proseOptions : writingOptions;
        const model = monaco.editor.createModel(text, language);
        const instance = monaco.editor.create(node, { ...options, model, theme: "lemma" });
        // Not "\r\n" on Windows: the text is the same wherever it is written.
        model.setEOL(monaco.editor.EndOfLineSequence.LF);
        instance.onDidContentSizeChange((event) => setContentHeight(event.contentHeight));
        setContentHeight(instance.getContentHeight());
        model.onDidChangeContent(() => {
          const text = model.getValue();
          sent.current = withSent(sent.current, text);
          latest.current.onChange(text);
        });
        instance.onDidBlurEditorWidget(() => latest.current.onBlur?.());
        instance.onKeyDown((event) => {
          const { key, ctrlKey, metaKey, shiftKey, altKey } = event.browserEvent;
          if (key !== "Enter" || !(ctrlKey || metaKey) || shiftKey || altKey || !latest.current.onSubmit)
            return;
          event.preventDefault();
          event.stopPropagation();
          latest.current.onSubmit();
        });
        // Whoever is writing in the plain field already goes on where they are.
        const writing = field !== null && field !== undefined && document.activeElement === field;
        if (writing) instance.setPosition(model.getPositionAt(field.selectionEnd));
        created = { monaco, editor: instance, marks: instance.createDecorationsCollection(), writing };
        setLive(created);
      },
      () => {
        // The plain field stays.
      },
    );
    return () => {
      disposed = true;
      created?.editor.getModel()?.dispose();
      created?.editor.dispose();
    };
  }, []);

  // Not before it is drawn: what is invisible can't take the focus.
  useEffect(() => {
    if (live?.writing) live.editor.focus();
  }, [live]);

  useEffect(() => {
    const model = live?.editor.getModel();
    if (!live || !model) return;
    const { isEcho, waiting } = received(sent.current, value);
    sent.current = waiting;
    // Only for a text that comes from outside, such as a reset: with the edit stack, so that it can be undone.
    if (!isEcho && model.getValue() !== value.replace(/\r\n?/g, "\n")) {
      live.editor.executeEdits("value", [{ range: model.getFullModelRange(), text: value }]);
      live.editor.pushUndoStop();
    }
  }, [live, value]);

  useEffect(() => {
    const model = live?.editor.getModel();
    if (!live || !model) return;
    const lines = model.getLineCount();
    live.marks.set([...toMonacoDecorations(decorations, glyphs, lines), ...toMonacoSpans(spans, lines)]);
  }, [live, decorations, glyphs, spans]);

  useEffect(() => {
    live?.editor.updateOptions({ ariaLabel, glyphMargin: glyphs.length > 0 });
  }, [live, ariaLabel, glyphs.length]);

  const least = (props.lines ?? 3) * lineHeight + 2 * padding;
  const height = contentHeight === null ? undefined : Math.max(least, Math.min(contentHeight, maxHeight));
  return (
    <div
      className={cx("relative w-full min-w-0 overflow-hidden bg-raised", props.className)}
      style={{ height, maxHeight }}
    >
      <div className={cx("absolute inset-0", live === null && "invisible")} ref={host} />
      {live === null ? (
        <textarea
          aria-label={ariaLabel}
          autoCapitalize={prose ? "sentences" : "off"}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: only where the page is about nothing but this text
          autoFocus={props.autoFocus}
          className="field-sizing-content block max-h-[inherit] w-full resize-none overflow-auto bg-transparent font-mono text-ink"
          onBlur={props.onBlur}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !props.onSubmit) return;
            event.preventDefault();
            props.onSubmit();
          }}
          spellCheck={false}
          style={{
            fontSize,
            lineHeight: `${lineHeight}px`,
            minHeight: least,
            padding: `${padding}px 14px ${padding}px ${prose ? "14px" : "calc(3ch + 10px)"}`,
          }}
          value={value}
          wrap={prose ? "soft" : "off"}
        />
      ) : null}
    </div>
  );
}
