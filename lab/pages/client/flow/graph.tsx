/** A workflow as a picture: boxes from top to bottom, each way out named. A run colours the boxes that it came through. */
import {useLayoutEffect, useRef, useState} from 'preact/hooks';
import type {RunDetails, StepRecord, WorkflowLink, WorkflowStep} from '../../../flow/types.ts';
import {layoutOf, type Placed} from './layout.ts';
import {useFlowWords} from './words.ts';

const BOX = {width: 204, height: 74};
const GAP = {x: 22, y: 40};

/** A picture that is wider than its place shrinks so far; beyond that it scrolls. */
const SMALLEST = 0.7;

export type StepState = StepRecord['state'];

/** What became of each step in a run: the worst of its executions. */
export function statesOf(run: RunDetails): ReadonlyMap<string, StepState> {
  const worst: readonly StepState[] = ['failed', 'retrying', 'waiting', 'running', 'cancelled', 'done'];
  const states = new Map<string, StepState>();
  for (const {stepId, state} of run.steps) {
    const before = states.get(stepId);
    if (before === undefined || worst.indexOf(state) < worst.indexOf(before)) states.set(stepId, state);
  }
  return states;
}

interface GraphProps {
  steps: readonly WorkflowStep[];
  links: readonly WorkflowLink[];
  chosen: string | null;
  onChoose(id: string): void;
  /** Where a run is shown: steps that it never reached are pale. */
  states?: ReadonlyMap<string, StepState>;
}

export function Graph({steps, links, chosen, onChoose, states}: GraphProps) {
  const words = useFlowWords();
  const {boxes, columns, rows} = layoutOf(
    steps.map(({id}) => id),
    links,
  );
  const width = columns * (BOX.width + GAP.x) + GAP.x;
  const height = rows * (BOX.height + GAP.y) - GAP.y + 8;
  const [first] = boxes;
  const frame = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const fit = (): void => setScale(Math.max(SMALLEST, Math.min(1, element.clientWidth / width)));
    // What doesn't fit is scrolled: a picture begins in sight of its trigger.
    const middle = first === undefined ? 0 : left(first) + BOX.width / 2;
    element.scrollLeft = middle * SMALLEST - element.clientWidth / 2;
    const watcher = new ResizeObserver(fit);
    watcher.observe(element);
    fit();
    return () => watcher.disconnect();
  }, [width, first?.column]);
  const placeOf = (id: string): Placed | undefined => boxes.find((box) => box.id === id);
  return (
    <div ref={frame} class="graph" role="group" aria-label={words.picture} tabIndex={0}>
      <div class="canvas" style={{width: `${width}px`, height: `${height}px`, zoom: scale}}>
        <svg width={width} height={height} aria-hidden="true">
          {links.map((link) => {
            const from = placeOf(link.from);
            const to = placeOf(link.to);
            return from && to && <Way key={`${link.from} ${link.port} ${link.to}`} link={link} from={from} to={to} />;
          })}
        </svg>
        {steps.map((step) => {
          const place = placeOf(step.id);
          if (!place) return null;
          // A run begins with its trigger: that it runs at all is what the trigger did.
          const state = states && step.kind === 'TRIGGER' ? 'done' : states?.get(step.id);
          const tone = states ? (state ?? 'never') : 'plain';
          return (
            <button
              key={step.id}
              type="button"
              class={`box ${step.kind.toLowerCase()} ${tone}`}
              aria-pressed={chosen === step.id}
              style={{
                left: `${left(place)}px`,
                top: `${top(place)}px`,
                width: `${BOX.width}px`,
                height: `${BOX.height}px`,
              }}
              title={step.description ?? step.note ?? step.name}
              onClick={() => onChoose(step.id)}
            >
              {step.name !== step.label && <span class="kind">{step.label}</span>}
              <span class="name">{step.name}</span>
              {state && <span class="lab-visually-hidden">{words.stepStates[state]}</span>}
            </button>
          );
        })}
      </div>
    </div>
  );
}

function left({column}: Placed): number {
  return GAP.x + column * (BOX.width + GAP.x);
}

function top({row}: Placed): number {
  return 4 + row * (BOX.height + GAP.y);
}

function Way({link, from, to}: {link: WorkflowLink; from: Placed; to: Placed}) {
  const words = useFlowWords();
  const x1 = left(from) + BOX.width / 2;
  const y1 = top(from) + BOX.height;
  const x2 = left(to) + BOX.width / 2;
  const y2 = top(to);
  const bend = y1 + GAP.y / 2;
  const name = link.port === 'output' ? '' : words.ports[link.port];
  // Down, across, down: a way over several rows runs beside the boxes in between, in the column that it leads to.
  return (
    <g class={`way ${link.port}`}>
      <path d={`M${x1} ${y1}V${bend}H${x2}V${y2 - 5}`} />
      <path class="tip" d={`M${x2 - 4} ${y2 - 7}l4 6 4-6z`} />
      {name !== '' && (
        <text
          x={x1 === x2 ? x1 + 8 : (x1 + x2) / 2}
          y={x1 === x2 ? bend + 12 : bend - 7}
          text-anchor={x1 === x2 ? 'start' : 'middle'}
        >
          {name}
        </text>
      )}
    </g>
  );
}
