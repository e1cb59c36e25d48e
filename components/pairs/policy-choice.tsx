"use client";

import { useId } from "react";
import type { MiningPolicy } from "#lib/pairs/contract.ts";
import { POLICIES } from "./pair-words.ts";

interface PolicyChoiceProps {
  value: MiningPolicy;
  onChange: (policy: MiningPolicy) => void;
}

export function PolicyChoice({ value, onChange }: PolicyChoiceProps) {
  const id = useId();
  return (
    <fieldset>
      <legend className="mb-1 font-medium">Which paths</legend>
      <div className="divide-y divide-line overflow-hidden rounded-md border border-line-strong">
        {POLICIES.map((policy) => (
          <label
            key={policy.value}
            className="flex cursor-pointer items-start gap-2.5 px-3 py-2 hover:bg-hover has-checked:bg-selected"
          >
            <input
              type="radio"
              name={id}
              aria-describedby={`${id}-${policy.value}`}
              aria-labelledby={`${id}-${policy.value}-label`}
              checked={policy.value === value}
              onChange={() => onChange(policy.value)}
              className="mt-1 accent-accent"
            />
            <span>
              <span className="block font-medium" id={`${id}-${policy.value}-label`}>
                {policy.label}
              </span>
              <span className="block text-ink-muted text-xs" id={`${id}-${policy.value}`}>
                {policy.hint}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
