"use client";

import "./monaco-text.css";
import type { editor } from "monaco-editor/editor/editor.api.js";
import { useEffect, useRef, useState } from "react";
import { cx } from "../class-names.ts";
import { loadMonaco, type Monaco } from "./load-monaco.ts";
import { type Glyph, type LineDecoration, toMonacoDecorations } from "./monaco-decorations.ts";
import { fontSize, lineHeight, padding, writingOptions } from "./monaco-options.ts";

type MonacoEditProps = {
  value: string;
  onChange: (value: string) => void;
  ariaLabel: string;
  /** Ctrl+Enter, or ⌘+Enter, inside the editor. */
  onSubmit?: (() => void) | undefined;
  /** Give both a stable identity. */
  decorations?: readonly LineDecoration[] | undefined;
  glyphs?: readonly Glyph[] | undefined;
  /** In pixels; what is longer scrolls. */
  maxHeight?: number | undefined;
  className?: string | undefined;
};

type Live = {
  monaco: Monaco;
  editor: editor.IStandaloneCodeEditor;
  marks: editor.IEditorDecorationsCollection;
};

const none: readonly never[] = [];
const minLines = 3;

/**
 * Python to write, in Monaco, as high as its text. Tab indents; Ctrl+M (Ctrl+Shift+M on a Mac) lets it leave the
 * editor. Until Monaco is there, where it can't be loaded, and on touch screens, which it doesn't serve well, a plain
 * text field does the same.
 */
export function MonacoEdit(props: MonacoEditProps) {
  const { value, ariaLabel, decorations = none, glyphs = none, maxHeight = 640 } = props;
  const host = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState<Live | null>(null);
  const [contentHeight, setContentHeight] = useState<number | null>(null);
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
        const model = monaco.editor.createModel(latest.current.value, "python");
        const instance = monaco.editor.create(node, { ...writingOptions, model, theme: "lemma" });
        instance.onDidContentSizeChange((event) => setContentHeight(event.contentHeight));
        setContentHeight(instance.getContentHeight());
        model.onDidChangeContent(() => latest.current.onChange(model.getValue()));
        instance.onKeyDown((event) => {
          const { key, ctrlKey, metaKey, shiftKey, altKey } = event.browserEvent;
          if (key !== "Enter" || !(ctrlKey || metaKey) || shiftKey || altKey || !latest.current.onSubmit)
            return;
          event.preventDefault();
          event.stopPropagation();
          latest.current.onSubmit();
        });
        created = { monaco, editor: instance, marks: instance.createDecorationsCollection() };
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

  useEffect(() => {
    const model = live?.editor.getModel();
    if (!live || !model) return;
    // Only for a text that comes from outside, such as a reset: with the edit stack, so that it can be undone.
    if (model.getValue() !== value) {
      live.editor.executeEdits("value", [{ range: model.getFullModelRange(), text: value }]);
      live.editor.pushUndoStop();
    }
    live.marks.set(toMonacoDecorations(decorations, glyphs, model.getLineCount()));
  }, [live, value, decorations, glyphs]);

  useEffect(() => {
    live?.editor.updateOptions({ ariaLabel, glyphMargin: glyphs.length > 0 });
  }, [live, ariaLabel, glyphs.length]);

  const least = minLines * lineHeight + 2 * padding;
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
          autoCapitalize="off"
          autoComplete="off"
          className="field-sizing-content block max-h-[inherit] w-full resize-none overflow-auto bg-transparent font-mono text-ink"
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
            padding: `${padding}px 14px ${padding}px calc(3ch + 10px)`,
          }}
          value={value}
          wrap="off"
        />
      ) : null}
    </div>
  );
}
