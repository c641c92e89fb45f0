/** The tag under which staff and App Home find orders on which something waits. */
export const WAITING_TAG = 'Refund waiting';
