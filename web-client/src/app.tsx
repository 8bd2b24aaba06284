// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePlace } from './router';
import { text } from './ui/text';

type ViewerComponent = ComponentType<{ readonly study: string; readonly onBack: () => void }>;

export function App({ loadViewer }: { readonly loadViewer: () => Promise<ViewerComponent> }) {
  const [place, go] = usePlace();
  const [Viewer, setViewer] = useState<ViewerComponent | null>(null);
  useEffect(() => {
    void loadViewer().then((loaded) => setViewer(() => loaded));
  }, [loadViewer]);
  if (place.kind === 'study') {
    return Viewer === null ? (
      <p role="status">{text.opening}</p>
    ) : (
      <Viewer study={place.study} onBack={() => go('/')} />
    );
  }
  return <h1>{text.product}</h1>;
}
