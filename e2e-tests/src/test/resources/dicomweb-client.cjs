// SPDX-License-Identifier: Apache-2.0
// node dicomweb-client.cjs CLIENT XHR URL FILE: stores a file, finds it, fetches it in each way, and prints what came as JSON.
const fs = require('node:fs');
const [, , clientFolder, xhrFolder, url, file] = process.argv;
globalThis.XMLHttpRequest = require(xhrFolder);
const { api } = require(clientFolder);

const value = (row, tag) => row[tag].Value[0];

(async () => {
  const bytes = fs.readFileSync(file);
  const dataset = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const client = new api.DICOMwebClient({ url, verbose: false });
  const stored = await client.storeInstances({ datasets: [dataset] });
  const answer = typeof stored === 'string' ? JSON.parse(stored) : stored;
  const [study] = await client.searchForStudies({ queryParams: { PatientID: 'ZZ9', fuzzymatching: true, limit: 10 } });
  const studyInstanceUID = value(study, '0020000D');
  const [series] = await client.searchForSeries({ studyInstanceUID });
  const seriesInstanceUID = value(series, '0020000E');
  const [instance] = await client.searchForInstances({ studyInstanceUID, seriesInstanceUID });
  const sopInstanceUID = value(instance, '00080018');
  const names = { studyInstanceUID, seriesInstanceUID, sopInstanceUID };
  const metadata = await client.retrieveInstanceMetadata(names);
  const described = Array.isArray(metadata) ? metadata[0] : metadata;
  const [frame] = await client.retrieveInstanceFrames({ ...names, frameNumbers: [1] });
  const bulk = await client.retrieveBulkData({ BulkDataURI: described['7FE00010'].BulkDataURI });
  const object = await client.retrieveInstance(names);
  const [rendered] = await client.retrieveInstanceFramesRendered({ ...names, frameNumbers: [1], mediaTypes: [{ mediaType: 'image/jpeg' }] });
  const none = await client.searchForStudies({ queryParams: { PatientID: 'nobody' } });
  console.log(
    JSON.stringify({
      stored: answer && answer['00081199'] ? answer['00081199'].Value.length : -1,
      study: studyInstanceUID,
      series: seriesInstanceUID,
      instance: sopInstanceUID,
      rows: value(described, '00280010'),
      frameBytes: frame.byteLength,
      firstValue: new DataView(frame).getInt16(0, true),
      bulkBytes: (Array.isArray(bulk) ? bulk[0] : bulk).byteLength,
      sameObject: Buffer.compare(Buffer.from(object), bytes) === 0,
      rendered: Buffer.from(rendered).subarray(0, 2).toString('hex'),
      none: none.length,
    }),
  );
})().catch((error) => {
  console.error(error && error.stack ? error.stack : error);
  process.exit(1);
});
