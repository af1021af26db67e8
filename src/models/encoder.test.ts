import { readFileSync } from 'node:fs';
import { staticEncoder } from '../trace/encoder/static-encoder.ts';
import { connectEmbeddings } from './embeddings-endpoint.ts';
import { describeEncoder } from './encoder.contract.ts';
import { openOnnxEncoder } from './onnx-encoder.ts';
import { standInServer, standInTransformers } from './stand-in.fixture.ts';

describeEncoder('the built-in encoder', async () => ({
  encoder: staticEncoder(readFileSync(new URL('../../data/models/encoder.bin', import.meta.url))),
  close: async () => {},
}));

describeEncoder('an embeddings endpoint', async () => {
  const server = await standInServer();
  return {
    encoder: await connectEmbeddings({ url: server.url, model: 'stand-in' }),
    close: server.close,
  };
});

describeEncoder('an ONNX model', async () => ({
  encoder: await openOnnxEncoder({ model: 'stand-in', load: standInTransformers().load }),
  close: async () => {},
}));
