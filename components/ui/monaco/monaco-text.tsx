"use client";

import "./monaco-text.css";
import type { editor } from "monaco-editor/editor/editor.api.js";
import { useEffect, useRef, useState } from "react";
import { cx } from "../class-names.ts";
import { loadMonaco, type Monaco } from "./load-monaco.ts";
import {
  type Glyph,
  type LineDecoration,
  type SpanDecoration,
  type TextPlace,
  toMonacoDecorations,
  toMonacoSpans,
} from "./monaco-decorations.ts";
import { fontSize, lineHeight, padding, readingOptions } from "./monaco-options.ts";
import { revealPlace } from "./reveal-place.ts";

export type MonacoEditor = editor.IStandaloneCodeEditor;

type MonacoTextProps = {
  value: string;
  /** "prose" is text with fenced code. */
  language: "prose" | "python" | "plaintext";
  /** In pixels, or all of the parent's height, or as much as the text takes. */
  height: number | "fill" | "content";
  /** In pixels, with `content`. */
  maxHeight?: number | undefined;
  lineNumbers?: boolean | undefined;
  wordWrap?: boolean | undefined;
  decorations?: readonly LineDecoration[] | undefined;
  glyphs?: readonly Glyph[] | undefined;
  spans?: readonly SpanDecoration[] | undefined;
  /** A new object brings that place into view, selects it and puts the cursor there. */
  reveal?: TextPlace | null | undefined;
  ariaLabel: string;
  onMount?: ((editor: MonacoEditor) => void) | undefined;
  className?: string | undefined;
};

type Live = { monaco: Monaco; editor: MonacoEditor; marks: editor.IEditorDecorationsCollection };

const none: readonly never[] = [];

/**
 * A text to read, in Monaco. The editor lives as long as the component: a new `value` only replaces the text, so
 * keep the component mounted (no changing `key`) where texts follow each other quickly.
 */
export function MonacoText(props: MonacoTextProps) {
  const { value, language, height, maxHeight = 640, lineNumbers = true, wordWrap = true, ariaLabel } = props;
  const { decorations = none, glyphs = none, spans = none, reveal = null, onMount } = props;
  const host = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState<Live | null>(null);
  const [failed, setFailed] = useState(false);
  const [contentHeight, setContentHeight] = useState<number | null>(null);
  const first = useRef({ value, language, onMount });

  useEffect(() => {
    let disposed = false;
    let created: Live | null = null;
    loadMonaco().then(
      (monaco) => {
        const node = host.current;
        if (disposed || node === null) return;
        const model = monaco.editor.createModel(first.current.value, first.current.language);
        const instance = monaco.editor.create(node, { ...readingOptions, model, theme: "lemma" });
        instance.onDidContentSizeChange((event) => setContentHeight(event.contentHeight));
        setContentHeight(instance.getContentHeight());
        created = { monaco, editor: instance, marks: instance.createDecorationsCollection() };
        setLive(created);
        first.current.onMount?.(instance);
      },
      () => setFailed(true),
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
    if (model.getLanguageId() !== language) live.monaco.editor.setModelLanguage(model, language);
    if (model.getValue() !== value) {
      model.setValue(value);
      live.editor.setScrollPosition({ scrollTop: 0, scrollLeft: 0 });
    }
    const lines = model.getLineCount();
    live.marks.set([...toMonacoDecorations(decorations, glyphs, lines), ...toMonacoSpans(spans, lines)]);
  }, [live, value, language, decorations, glyphs, spans]);

  useEffect(() => {
    if (live && reveal) revealPlace(live.editor, reveal);
  }, [live, reveal]);

  useEffect(() => {
    live?.editor.updateOptions({
      ariaLabel,
      wordWrap: wordWrap ? "on" : "off",
      lineNumbers: lineNumbers ? "on" : "off",
      glyphMargin: glyphs.length > 0,
    });
  }, [live, ariaLabel, wordWrap, lineNumbers, glyphs.length]);

  const size =
    height === "fill"
      ? { height: "100%" }
      : height === "content"
        ? { height: contentHeight === null ? undefined : Math.min(contentHeight, maxHeight), maxHeight }
        : { height };
  return (
    <div
      className={cx(
        "relative w-full min-w-0 overflow-hidden bg-raised",
        height === "fill" && "min-h-0 flex-1",
        props.className,
      )}
      // With it useHotkeys knows that keys pressed in here aren't typed.
      data-readonly-editor=""
      style={size}
    >
      <div className={cx("absolute inset-0", live === null && "invisible")} ref={host} />
      {live === null ? (
        <pre
          className={cx(
            "h-full overflow-auto font-mono text-ink",
            wordWrap && "whitespace-pre-wrap [overflow-wrap:anywhere]",
          )}
          style={{
            fontSize,
            lineHeight: `${lineHeight}px`,
            padding: `${padding}px 14px ${padding}px ${lineNumbers ? "calc(3ch + 10px)" : "10px"}`,
          }}
          title={failed ? "The editor couldn't be loaded; this is the plain text." : undefined}
        >
          {value}
        </pre>
      ) : null}
    </div>
  );
}
