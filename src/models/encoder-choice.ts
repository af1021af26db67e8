/** Which encoder a desk is to use besides the built-in one, and how it is opened. */
import type { Encoder } from '../trace/encoder/encoder.ts';
import { connectEmbeddings } from './embeddings-endpoint.ts';
import { openOnnxEncoder } from './onnx-encoder.ts';

export type EncoderChoice =
  | {
      readonly kind: 'endpoint';
      readonly url: string;
      readonly model: string;
      readonly key: string | undefined;
    }
  | { readonly kind: 'onnx'; readonly model: string };

/** Opens the chosen encoder. Throws, saying what to do, where it cannot be had. */
export function openEncoder(choice: EncoderChoice): Promise<Encoder> {
  switch (choice.kind) {
    case 'endpoint':
      return connectEmbeddings(choice);
    case 'onnx':
      return openOnnxEncoder(choice);
  }
}
