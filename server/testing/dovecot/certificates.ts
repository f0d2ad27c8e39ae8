/** A certificate authority for one test server, and the certificate it shows: right, expired, or made out to another host. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

export type CertificateKind = "valid" | "expired" | "wrong-host";

export type Certificates = { caPath: string; certificatePath: string; keyPath: string };

export function makeCertificates(folder: string, kind: CertificateKind): Certificates {
  const at = (name: string) => join(folder, name);
  const openssl = (...words: string[]) => execFileSync("openssl", words, { cwd: folder, stdio: "pipe" });
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const names = kind === "wrong-host" ? "DNS:elsewhere.example" : "DNS:localhost,IP:127.0.0.1";
  writeFileSync(at("ca.cnf"), authorityConfig);
  writeFileSync(at("names.cnf"), `subjectAltName=${names}\nbasicConstraints=CA:FALSE\n`);
  writeFileSync(at("index.txt"), "");

  const subject = ["-subj", "/CN=Postroom test authority", "-addext", "keyUsage=critical,keyCertSign,cRLSign"];
  openssl("req", "-x509", ...key, "-days", "30", ...subject, "-keyout", "ca.key", "-out", "ca.pem");
  openssl("req", ...key, "-subj", "/CN=mail", "-keyout", "server.key", "-out", "server.csr");
  const dates = kind === "expired" ? ["-startdate", "200101000000Z", "-enddate", "200201000000Z"] : ["-days", "30"];
  openssl(
    "ca",
    "-batch",
    "-config",
    "ca.cnf",
    ...dates,
    "-extfile",
    "names.cnf",
    "-in",
    "server.csr",
    "-out",
    "server.pem",
  );
  return { caPath: at("ca.pem"), certificatePath: at("server.pem"), keyPath: at("server.key") };
}

const authorityConfig = `[ca]
default_ca = one
[one]
database = index.txt
new_certs_dir = .
certificate = ca.pem
private_key = ca.key
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
`;
