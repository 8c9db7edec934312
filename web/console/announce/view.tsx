import { useStore } from '../context';

/** The two live regions: there from the start, texts come and go as children. */
export const Announcements = () => {
  const { announcer } = useStore();
  return (
    <>
      <div role="status" class="unseen">
        {announcer.politely.value.map((said) => (
          <p key={said.id}>{said.text}</p>
        ))}
      </div>
      <div role="alert" class="unseen">
        {announcer.urgently.value.map((said) => (
          <p key={said.id}>{said.text}</p>
        ))}
      </div>
    </>
  );
};
