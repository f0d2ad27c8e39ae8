import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, afterEach, beforeAll } from "vitest";
import { makeCertificates, type CertificateKind } from "./dovecot/certificates.ts";

export type ServerCertificate = { key: Buffer; cert: Buffer };

/** Certificates of every kind for the tests of this file; each test begins by trusting none of their authorities. */
export function useCertificates() {
  const folder = mkdtempSync(join(tmpdir(), "postroom-certificates-"));
  const usual = getCACertificates("default");
  const made = new Map<CertificateKind, ServerCertificate & { authority: string }>();

  beforeAll(() => {
    for (const kind of ["valid", "expired", "wrong-host"] as const) {
      const paths = makeCertificates(mkdtempSync(join(folder, "c-")), kind);
      const authority = readFileSync(paths.caPath, "utf8");
      made.set(kind, { key: readFileSync(paths.keyPath), cert: readFileSync(paths.certificatePath), authority });
    }
  });
  afterEach(() => setDefaultCACertificates(usual));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const find = (kind: CertificateKind) => {
    const certificate = made.get(kind);
    if (!certificate) throw new Error(`No certificate of the kind ${kind} was made.`);
    return certificate;
  };
  return {
    of: (kind: CertificateKind): ServerCertificate => ({ key: find(kind).key, cert: find(kind).cert }),
    /** Until the end of the test, for the whole process. */
    trust: (kind: CertificateKind) => setDefaultCACertificates([...usual, find(kind).authority]),
    trustFile: (path: string) => setDefaultCACertificates([...usual, readFileSync(path, "utf8")]),
  };
}
