import { type Attachment, getGrantApplicationAttachment } from '@/api/generated';
import { DownloadFile } from '@/features/files/DownloadFile';

interface Props {
  /** The application's id. */
  application: string;
  file: Attachment;
}

/** A file of an application, to be saved. */
export function ApplicationFile({ application, file }: Props) {
  const fetch = async () => {
    const path = { id: application, attachment_id: file.id };
    return (await getGrantApplicationAttachment({ path, parseAs: 'blob' })).data as Blob;
  };
  return <DownloadFile file={file} fetch={fetch} />;
}
