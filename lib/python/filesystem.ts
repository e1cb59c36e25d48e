/** What is used of Emscripten's file system (emscripten.org, File System API). */
export interface EmscriptenFs {
  streams: (FsStream | null | undefined)[];
  currentPath: string;
  filesystems: { MEMFS: unknown };
  ErrnoError: new (errno: number) => Error;
  mount(type: unknown, options: object, at: string): FsNode;
  unmount(at: string): void;
  nodePermissions(node: FsNode, permissions: string): number;
  doSetAttr(stream: FsStream | null, node: FsNode, attributes: object): void;
  doTruncate(stream: FsStream | null, node: FsNode, length: number): void;
  mknod(path: string, mode: number, device: number): FsNode;
  write(
    stream: FsStream,
    buffer: unknown,
    offset: number,
    length: number,
    position?: number,
    canOwn?: boolean,
  ): number;
  isChrdev(mode: number): boolean;
}

interface FsMount {
  mountpoint: string;
}
interface FsNode {
  mode: number;
  mount: FsMount;
}
interface FsStream {
  fd: number;
  node: FsNode;
  position: number;
}

const SCRATCH = ["/tmp", "/home/pyodide"];
const HOME = "/home/pyodide";
const SCRATCH_BYTES = 16 * 1024 * 1024;
const SCRATCH_NODES = 1_000;

/** WASI's numbers of the errors, which Emscripten uses. */
const EACCES = 2;
const ENOSPC = 51;
const EPERM = 63;

/**
 * Makes the file system read-only but for two scratch folders, which hold a limited number of bytes. Files live on
 * the JavaScript side, out of reach of the memory image, so each program gets empty folders and the three open
 * streams of the start. Returns what does that.
 */
export function guardFiles(fs: EmscriptenFs): () => void {
  const streams = fs.streams.slice();
  let mounts: FsMount[] = [];
  let bytes = 0;
  let nodes = 0;
  const isScratch = (node: FsNode): boolean => mounts.includes(node.mount);
  const refuse = (errno: number): never => {
    throw new fs.ErrnoError(errno);
  };
  const { nodePermissions, doSetAttr, doTruncate, mknod, write } = fs;

  fs.nodePermissions = (node, permissions) => {
    const writes = permissions.includes("w") && !isScratch(node) && !fs.isChrdev(node.mode);
    return writes ? EACCES : nodePermissions.call(fs, node, permissions);
  };
  fs.doSetAttr = (stream, node, attributes) => {
    if (!isScratch(node)) refuse(EPERM);
    doSetAttr.call(fs, stream, node, attributes);
  };
  fs.doTruncate = (stream, node, length) => {
    if (length > SCRATCH_BYTES) refuse(ENOSPC);
    doTruncate.call(fs, stream, node, length);
  };
  fs.mknod = (path, mode, device) => {
    nodes += 1;
    if (nodes > SCRATCH_NODES) refuse(ENOSPC);
    return mknod.call(fs, path, mode, device);
  };
  fs.write = (stream, buffer, offset, length, position, canOwn) => {
    if (isScratch(stream.node)) {
      bytes += length;
      if (bytes > SCRATCH_BYTES || (position ?? stream.position) + length > SCRATCH_BYTES) refuse(ENOSPC);
    }
    return write.call(fs, stream, buffer, offset, length, position, canOwn);
  };

  return () => {
    for (const [at, stream] of streams.entries()) if (stream) Object.assign(stream, { fd: at, position: 0 });
    fs.streams = streams.slice();
    for (const { mountpoint } of mounts) fs.unmount(mountpoint);
    mounts = SCRATCH.map((path) => fs.mount(fs.filesystems.MEMFS, {}, path).mount);
    fs.currentPath = HOME;
    bytes = 0;
    nodes = 0;
  };
}
