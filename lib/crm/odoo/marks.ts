/** The client's frame, once somebody is logged in. */
export const CLIENT_MARKS = ['body.o_web_client', '.o_action_manager'];
