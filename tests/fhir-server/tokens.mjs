// Makes keys and tokens with jose, a library that the service does not use. In, as JSON on stdin: the algorithms and the claims.
// Out, as JSON on stdout: the public keys as a JWK Set, and a token for each algorithm.
import { webcrypto } from 'node:crypto';
import { text } from 'node:stream/consumers';

globalThis.crypto ??= webcrypto;
const { SignJWT, exportJWK, generateKeyPair } = await import('jose');

const { algorithms, claims } = JSON.parse(await text(process.stdin));
const keys = [];
const tokens = {};
for (const alg of algorithms) {
  const { publicKey, privateKey } = await generateKeyPair(alg);
  const kid = `jose-${alg}`;
  keys.push({ ...(await exportJWK(publicKey)), kid, alg, use: 'sig' });
  tokens[alg] = await new SignJWT(claims)
    .setProtectedHeader({ alg, kid, typ: 'JWT' })
    .setIssuedAt()
    .setExpirationTime('5 minutes')
    .setJti(crypto.randomUUID())
    .sign(privateKey);
}
process.stdout.write(JSON.stringify({ keys: { keys }, tokens }));
