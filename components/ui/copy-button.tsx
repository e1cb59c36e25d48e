"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import { notify } from "./notify.tsx";

type CopyButtonProps = {
  text: string | (() => string | Promise<string>);
  label?: string | undefined;
  showLabel?: boolean | undefined;
  className?: string | undefined;
};

export function CopyButton({ text, label = "Copy", showLabel, className }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === "string" ? text : await text());
      setCopied(true);
    } catch {
      // Without HTTPS, or with the permission refused, browsers keep the clipboard closed.
      notify({
        tone: "bad",
        title: "The browser didn't allow copying",
        description: "Select the text and copy it by hand.",
      });
    }
  };

  const icon = copied ? <Check aria-hidden className="text-good" /> : <Copy aria-hidden />;
  return (
    <>
      {showLabel ? (
        <Button className={className} icon={icon} onClick={() => void copy()} size="sm">
          {copied ? "Copied" : label}
        </Button>
      ) : (
        <IconButton
          className={className}
          icon={icon}
          label={copied ? "Copied" : label}
          onClick={() => void copy()}
          size="sm"
        />
      )}
      <span aria-live="polite" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </>
  );
}
