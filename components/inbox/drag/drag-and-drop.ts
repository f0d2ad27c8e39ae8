/** Loaded once a row can be dragged; the list does not wait for it. */
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { disableNativeDragPreview } from "@atlaskit/pragmatic-drag-and-drop/element/disable-native-drag-preview";

const kind = "conversations";

export type DragRow = {
  element: HTMLElement;
  /** What is dragged with this row: itself, or all that are selected if it is one of them. */
  ids: () => number[];
  onDrag: (ids: readonly number[] | null, at: { x: number; y: number }) => void;
};

/** @returns what ends it */
export function makeDraggable({ element, ids, onDrag }: DragRow): () => void {
  let dragged: number[] = [];
  return draggable({
    element,
    getInitialData: () => ({ kind, ids: (dragged = ids()) }),
    onGenerateDragPreview: ({ nativeSetDragImage }) => disableNativeDragPreview({ nativeSetDragImage }),
    onDragStart: ({ location }) => onDrag(dragged, pointOf(location.current.input)),
    onDrag: ({ location }) => onDrag(dragged, pointOf(location.current.input)),
    onDrop: ({ location }) => onDrag(null, pointOf(location.current.input)),
  });
}

export type DropPlace = { element: HTMLElement; onOver: (isOver: boolean) => void; onDrop: (ids: number[]) => void };

/** @returns what ends it */
export function makeDropPlace({ element, onOver, onDrop }: DropPlace): () => void {
  return dropTargetForElements({
    element,
    canDrop: ({ source }) => source.data["kind"] === kind,
    onDragEnter: () => onOver(true),
    onDragLeave: () => onOver(false),
    onDrop: ({ source }) => {
      onOver(false);
      const { ids } = source.data;
      if (Array.isArray(ids)) onDrop(ids.map(Number));
    },
  });
}

function pointOf({ clientX, clientY }: { clientX: number; clientY: number }) {
  return { x: clientX, y: clientY };
}
