/** How a pair of keys is made and a playbook signed without Dealside: the form is told in signing.ts. */
export const OPENSSL = `# a pair of keys, and the public one as text
openssl genpkey -algorithm ed25519 -out dealside-key.pem
openssl pkey -in dealside-key.pem -pubout -outform DER | tail -c 32 | base64

# the signed file
{ printf 'dealside:signed-playbook-1\\n'; cat playbook.json; } > to-sign
openssl pkeyutl -sign -rawin -inkey dealside-key.pem -in to-sign -out signature
jq -n --rawfile playbook playbook.json --arg signature "$(base64 -w0 signature)" \\
  '{dealside: "signed-playbook-1", $playbook, $signature}' > playbook.signed.json
`;
